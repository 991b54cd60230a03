//! The Japanese eras since 1868, for reading and writing years. Source: 元号法 and the cabinet orders that
//! named each era.

use jiff::civil::Date;

/// An era, with the first day that belongs to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Era {
    /// As it stands before a year in Japanese: 令和.
    pub name: &'static str,
    /// Its name in Latin letters, as English texts write it: `Reiwa`.
    pub english: &'static str,
    /// The day from which years count in it. The year of that day is 元年, its first.
    pub begins: Date,
}

/// Newest first, because most years that a site shows are recent. 明治 counts from 1868-01-25 in the solar
/// calendar.
pub const ERAS: [Era; 5] = [
    Era {
        name: "令和",
        english: "Reiwa",
        begins: jiff::civil::date(2019, 5, 1),
    },
    Era {
        name: "平成",
        english: "Heisei",
        begins: jiff::civil::date(1989, 1, 8),
    },
    Era {
        name: "昭和",
        english: "Showa",
        begins: jiff::civil::date(1926, 12, 25),
    },
    Era {
        name: "大正",
        english: "Taisho",
        begins: jiff::civil::date(1912, 7, 30),
    },
    Era {
        name: "明治",
        english: "Meiji",
        begins: jiff::civil::date(1868, 1, 25),
    },
];

impl Era {
    /// The era that a day belongs to; `None` before 明治.
    pub fn on(day: Date) -> Option<Era> {
        ERAS.into_iter().find(|era| day >= era.begins)
    }

    /// The Western year of a year of the era, where 1 is 元年. Years past the era's end are allowed, because
    /// documents printed before a change of era name them (平成32年度 is 令和2年度).
    pub(crate) fn western_year(self, year: i16) -> i16 {
        self.begins.year() + year - 1
    }

    /// The year of the era in which a Western year falls; 1 is 元年.
    pub fn year_of(self, western: i16) -> i16 {
        western - self.begins.year() + 1
    }
}
