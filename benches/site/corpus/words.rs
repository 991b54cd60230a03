//! The words of a corpus, in Japanese and English. They only have to read like the wording of a city's plans.

use super::wording::Pair;

pub const CITIES: [Pair; 10] = [
    ("星待", "Hoshimachi"),
    ("雲渡", "Kumowatari"),
    ("月舟", "Tsukifune"),
    ("花守", "Hanamori"),
    ("霧笛", "Muteki"),
    ("虹架", "Nijikake"),
    ("露草", "Tsuyukusa"),
    ("凪浜", "Nagihama"),
    ("灯里", "Akari"),
    ("風見坂", "Kazamizaka"),
];

/// Id, name, reading.
pub const DEPARTMENTS: [(&str, Pair, &str); 14] = [
    (
        "planning",
        ("企画政策課", "Policy Planning Division"),
        "きかくせいさくか",
    ),
    (
        "digital",
        ("デジタル推進課", "Digital Promotion Division"),
        "でじたるすいしんか",
    ),
    ("finance", ("財政課", "Finance Division"), "ざいせいか"),
    (
        "disaster",
        ("防災安全課", "Disaster Prevention and Safety Division"),
        "ぼうさいあんぜんか",
    ),
    (
        "children",
        ("子ども家庭課", "Children and Families Division"),
        "こどもかていか",
    ),
    (
        "welfare",
        ("地域福祉課", "Community Welfare Division"),
        "ちいきふくしか",
    ),
    ("health", ("健康づくり課", "Health Division"), "けんこうづくりか"),
    (
        "industry",
        ("産業振興課", "Industry Division"),
        "さんぎょうしんこうか",
    ),
    (
        "farming",
        ("農林課", "Farming and Forestry Division"),
        "のうりんか",
    ),
    ("environment", ("環境課", "Environment Division"), "かんきょうか"),
    ("roads", ("道路課", "Roads Division"), "どうろか"),
    (
        "transport",
        ("交通政策課", "Transport Division"),
        "こうつうせいさくか",
    ),
    (
        "schools",
        ("学校教育課", "School Education Division"),
        "がっこうきょういくか",
    ),
    (
        "learning",
        ("生涯学習課", "Lifelong Learning Division"),
        "しょうがいがくしゅうか",
    ),
];

pub const AREAS: [(&str, Pair, &str); 6] = [
    ("ekimae", ("駅前地区", "Ekimae"), "えきまえちく"),
    ("kawabe", ("川辺地区", "Kawabe"), "かわべちく"),
    ("okanoue", ("丘の上地区", "Okanoue"), "おかのうえちく"),
    ("mori", ("森地区", "Mori"), "もりちく"),
    ("minato", ("港地区", "Minato"), "みなとちく"),
    ("shinmachi", ("新町地区", "Shinmachi"), "しんまちちく"),
];

pub const SUBJECTS: [(&str, Pair); 16] = [
    ("digital", ("デジタル", "Digital services")),
    ("finance", ("財政", "Public finance")),
    ("disaster", ("防災", "Disaster prevention")),
    ("children", ("子育て", "Children")),
    ("education", ("教育", "Education")),
    ("welfare", ("福祉", "Welfare")),
    ("health", ("健康・医療", "Health and medical care")),
    ("industry", ("産業", "Industry")),
    ("farming", ("農林業", "Farming and forestry")),
    ("environment", ("環境", "Environment")),
    ("roads", ("道路・河川", "Roads and rivers")),
    ("transport", ("公共交通", "Public transport")),
    ("housing", ("住まい", "Housing")),
    ("culture", ("文化・スポーツ", "Culture and sport")),
    ("community", ("市民協働", "Citizen participation")),
    ("administration", ("行政運営", "Administration")),
];

pub const HEADINGS: [Pair; 12] = [
    ("手続きにかかる時間を減らす", "Less time spent on formalities"),
    ("子どもの育ちを地域で支える", "Raising children together"),
    ("災害に備え、被害を小さくする", "Preparing for disasters"),
    (
        "移動に困らないまちをつくる",
        "A city where everyone can get about",
    ),
    ("働く場と商いを元気にする", "Work and trade"),
    ("学びを一生続けられる", "Learning all life long"),
    ("緑と水を次の世代に渡す", "Handing on green and water"),
    ("健やかに長く暮らす", "A long and healthy life"),
    ("住まいと空き家を生かす", "Making use of homes and empty houses"),
    ("文化とスポーツに親しむ", "Culture and sport"),
    (
        "市民とともに決め、ともに動く",
        "Deciding and acting with citizens",
    ),
    ("財政と組織を健全に保つ", "Sound finance and organisation"),
];

pub const PLACES: [Pair; 12] = [
    ("駅の周辺", "the area around the station"),
    ("中心市街地", "the city centre"),
    ("山あいの集落", "the mountain villages"),
    ("川沿いの低い土地", "the low land along the river"),
    ("市立の小中学校", "the municipal schools"),
    ("公民館と図書館", "community halls and libraries"),
    ("古くからの商店街", "the old shopping streets"),
    ("大きな住宅団地", "the large housing estates"),
    ("市役所の窓口", "the counters of the city hall"),
    ("福祉の施設", "welfare facilities"),
    ("港と市場", "the port and the market"),
    ("田畑の広がる地域", "the farming districts"),
];

pub const PEOPLE: [Pair; 12] = [
    ("子育て中の家庭", "families with children"),
    ("一人で暮らす高齢者", "older people who live alone"),
    ("障害のある人", "people with disabilities"),
    ("外国から来た住民", "residents from abroad"),
    ("これから事業を始める人", "people who start a business"),
    ("学校に通う子ども", "children who go to school"),
    ("介護をしている家族", "families who care for relatives"),
    ("車を運転しない人", "people who do not drive"),
    ("転入したばかりの人", "people who have just moved in"),
    ("地域活動の担い手", "those who carry community work"),
    ("働く世代", "people of working age"),
    ("進路に悩む若者", "young people unsure of their path"),
];

pub const ABLE: [Pair; 10] = [
    ("必要な支援を迷わず受けられる", "find the support they need"),
    ("安心して外に出かけられる", "go out without worry"),
    ("家にいながら手続きを済ませられる", "settle formalities from home"),
    ("困りごとを早いうちに相談できる", "ask for advice early"),
    ("災害のときに落ち着いて行動できる", "act calmly in a disaster"),
    ("学びたいときに学べる", "learn when they want to"),
    (
        "地域の活動に加わりやすくなる",
        "join in community work more easily",
    ),
    (
        "暮らしに要る情報を確かに受け取れる",
        "receive the information they live by",
    ),
    (
        "働きながら家族との時間を持てる",
        "work and still have time for their families",
    ),
    ("身近な場所で健康づくりを続けられる", "keep fit close to home"),
];

/// Means and ends: what the commitments are about. The first words are the ids of their glossary terms.
pub const MEANS: [(&str, Pair, &str); 50] = [
    (
        "online-counter",
        ("オンライン窓口", "online counters"),
        "おんらいんまどぐち",
    ),
    (
        "one-stop-desk",
        ("総合案内窓口", "one-stop desks"),
        "そうごうあんないまどぐち",
    ),
    ("open-data", ("オープンデータ", "open data"), "おーぷんでーた"),
    (
        "data-platform",
        ("データ連携基盤", "a shared data platform"),
        "でーたれんけいきばん",
    ),
    (
        "paperless",
        ("文書の電子化", "paperless files"),
        "ぶんしょのでんしか",
    ),
    (
        "bpr",
        ("業務の棚卸し", "a review of procedures"),
        "ぎょうむのたなおろし",
    ),
    (
        "ppp",
        ("官民連携", "public-private partnership"),
        "かんみんれんけい",
    ),
    (
        "facility-plan",
        ("公共施設の再配置", "the rearrangement of public buildings"),
        "こうきょうしせつのさいはいち",
    ),
    (
        "fund",
        ("財政調整基金", "the fiscal adjustment fund"),
        "ざいせいちょうせいききん",
    ),
    (
        "district-plan",
        ("地区防災計画", "district disaster plans"),
        "ちくぼうさいけいかく",
    ),
    (
        "shelter",
        ("避難所の環境", "conditions in shelters"),
        "ひなんじょのかんきょう",
    ),
    (
        "early-warning",
        ("早期警戒の仕組み", "an early warning scheme"),
        "そうきけいかいのしくみ",
    ),
    ("stockpile", ("地域の備蓄", "local stockpiles"), "ちいきのびちく"),
    (
        "river-works",
        ("雨水の貯留施設", "rainwater storage"),
        "うすいのちょりゅうしせつ",
    ),
    ("nursery", ("一時預かり", "short-term day care"), "いちじあずかり"),
    (
        "afterschool",
        ("放課後の居場所", "places to go after school"),
        "ほうかごのいばしょ",
    ),
    (
        "school-lunch",
        ("学校給食", "school meals"),
        "がっこうきゅうしょく",
    ),
    (
        "young-carer",
        ("ヤングケアラーへの支援", "help for young carers"),
        "やんぐけあらーへのしえん",
    ),
    (
        "counselling",
        ("スクールカウンセリング", "school counselling"),
        "すくーるかうんせりんぐ",
    ),
    (
        "tablet",
        ("一人一台の端末", "one device per pupil"),
        "ひとりいちだいのたんまつ",
    ),
    (
        "community-school",
        ("地域とともにある学校", "community schools"),
        "ちいきとともにあるがっこう",
    ),
    (
        "library",
        ("電子図書館", "the digital library"),
        "でんしとしょかん",
    ),
    (
        "recurrent",
        ("学び直し講座", "courses for adults"),
        "まなびなおしこうざ",
    ),
    (
        "care-prevention",
        ("介護予防教室", "classes that prevent the need for care"),
        "かいごよぼうきょうしつ",
    ),
    (
        "home-visit",
        ("訪問診療", "medical home visits"),
        "ほうもんしんりょう",
    ),
    (
        "checkup",
        ("特定健診", "specific health check-ups"),
        "とくていけんしん",
    ),
    (
        "frailty",
        ("フレイル対策", "measures against frailty"),
        "ふれいるたいさく",
    ),
    (
        "barrier-free",
        ("バリアフリー化", "barrier-free access"),
        "ばりあふりーか",
    ),
    (
        "employment",
        ("就労の支援", "support for finding work"),
        "しゅうろうのしえん",
    ),
    (
        "easy-japanese",
        ("やさしい日本語", "easy Japanese"),
        "やさしいにほんご",
    ),
    (
        "startup",
        ("創業の相談", "advice for founders"),
        "そうぎょうのそうだん",
    ),
    (
        "succession",
        ("事業の承継", "business succession"),
        "じぎょうのしょうけい",
    ),
    (
        "local-brand",
        ("地場産品の販路", "markets for local goods"),
        "じばさんぴんのはんろ",
    ),
    (
        "telework",
        ("テレワーク拠点", "telework hubs"),
        "てれわーくきょてん",
    ),
    (
        "smart-farming",
        ("スマート農業", "smart farming"),
        "すまーとのうぎょう",
    ),
    (
        "wildlife",
        ("鳥獣の被害対策", "protection from wildlife damage"),
        "ちょうじゅうのひがいたいさく",
    ),
    (
        "forest",
        ("里山の手入れ", "the care of village woods"),
        "さとやまのていれ",
    ),
    (
        "renewable",
        ("再生可能エネルギー", "renewable energy"),
        "さいせいかのうえねるぎー",
    ),
    (
        "recycling",
        ("資源の分別回収", "sorted recycling"),
        "しげんのぶんべつかいしゅう",
    ),
    (
        "food-loss",
        ("食品ロスの削減", "less wasted food"),
        "しょくひんろすのさくげん",
    ),
    (
        "walkable",
        ("歩きやすい道", "walkable streets"),
        "あるきやすいみち",
    ),
    (
        "cycle-lane",
        ("自転車通行帯", "cycle lanes"),
        "じてんしゃつうこうたい",
    ),
    (
        "demand-bus",
        ("予約制の乗合交通", "shared rides on demand"),
        "よやくせいののりあいこうつう",
    ),
    (
        "community-bus",
        ("コミュニティバス", "the community bus"),
        "こみゅにてぃばす",
    ),
    (
        "vacant-house",
        ("空き家バンク", "the bank of empty houses"),
        "あきやばんく",
    ),
    (
        "quake-proofing",
        ("住宅の耐震化", "the quake-proofing of homes"),
        "じゅうたくのたいしんか",
    ),
    (
        "art-outreach",
        ("出張の芸術教室", "art classes on the road"),
        "しゅっちょうのげいじゅつきょうしつ",
    ),
    (
        "sports-ground",
        ("身近な運動場", "sports grounds nearby"),
        "みぢかなうんどうじょう",
    ),
    ("citizen-panel", ("市民会議", "citizens' panels"), "しみんかいぎ"),
    (
        "council-of-youth",
        ("若者会議", "the youth council"),
        "わかものかいぎ",
    ),
];

/// The word of a commitment's strength, the noun of its title and the verb of its sentence.
pub const STRENGTHS: [(&str, Pair, Pair); 5] = [
    ("study", ("検討", "Study"), ("のあり方を検討", "study")),
    (
        "request",
        ("要望", "Request"),
        ("を進めるよう国と県に要望", "ask the state and the prefecture for"),
    ),
    (
        "support",
        ("支援", "Support"),
        ("に取り組む団体を支援", "support those who work on"),
    ),
    (
        "carry-out",
        ("整備", "Development"),
        ("を計画に沿って整備", "develop as planned"),
    ),
    (
        "maintain",
        ("継続", "Continuation"),
        ("をこれまでどおり継続", "continue"),
    ),
];

pub const AND: [Pair; 6] = [
    (
        "についても関係する団体と話し合いながら進めます",
        "move forward, together with the bodies concerned,",
    ),
    ("にも段階を追って取り組みます", "take up, step by step,"),
    ("の効果を確かめ、続け方を見直します", "review the effect of"),
    (
        "とのつながりを分かりやすく示します",
        "make clear the connection with",
    ),
    ("に必要な人材を庁内で育てます", "train staff of our own for"),
    (
        "を学校や企業とともに広げます",
        "spread, with schools and companies,",
    ),
];

pub const STEPS: [Pair; 6] = [
    (
        "2025年度までに基本設計を終え",
        "By fiscal 2025 we finish the basic design",
    ),
    ("2025年度に試行を始め", "In fiscal 2025 we begin a trial"),
    (
        "2025年度中に条例案をまとめ",
        "In fiscal 2025 we draft an ordinance",
    ),
    (
        "2025年度までに対象を全地区に広げ",
        "By fiscal 2025 we reach all districts",
    ),
    (
        "2025年度に利用者への調査を行い",
        "In fiscal 2025 we survey the users",
    ),
    (
        "2025年度末までに協定を結び",
        "By the end of fiscal 2025 we sign an agreement",
    ),
];

pub const ENDS: [Pair; 8] = [
    (
        "進み具合は毎年度公表します。",
        "Progress is published every fiscal year.",
    ),
    (
        "費用は年度ごとに見直します。",
        "Costs are reviewed every fiscal year.",
    ),
    (
        "市民の意見を次の計画に生かします。",
        "The views of citizens go into the next plan.",
    ),
    ("まず二つの地区で始めます。", "It begins in two districts."),
    (
        "国や県の補助も活用します。",
        "State and prefectural subsidies are used as well.",
    ),
    ("数字で効果を確かめます。", "Its effect is checked in figures."),
    ("近隣の市とも協力します。", "Neighbouring cities take part."),
    (
        "できたことから順に知らせます。",
        "What is done is announced step by step.",
    ),
];
