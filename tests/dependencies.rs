//! The locked packages keep what `deny.toml` asks of licences, bans and sources, without cargo-deny and
//! without a network. Advisories need the database of the day and are left to the forge.

use crate::support::here;
use serde::Deserialize;
use spdx::{Expression, Licensee, ParseMode};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::Command;

/// What is read of `deny.toml`. A key that cargo-deny knows and this test does not is left to cargo-deny.
#[derive(Deserialize)]
struct DependencyRules {
    licenses: LicenceRules,
    bans: BanRules,
    sources: SourceRules,
}

#[derive(Deserialize)]
struct LicenceRules {
    allow: Vec<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct BanRules {
    wildcards: String,
    deny: Vec<BannedCrate>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct BannedCrate {
    #[serde(rename = "crate")]
    name: String,
    reason: Option<String>,
    use_instead: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct SourceRules {
    unknown_registry: String,
    unknown_git: String,
}

/// A package as `Cargo.lock` names it, whatever the system and the features.
#[derive(Deserialize)]
struct LockFile {
    package: Vec<LockEntry>,
}

#[derive(Deserialize)]
struct LockEntry {
    name: String,
    source: Option<String>,
}

/// The packages that are built, and whether those of every system and feature are among them.
struct BuiltPackages {
    licences: BTreeMap<String, String>,
    is_whole: bool,
}

#[test]
fn every_package_that_is_built_has_a_licence_that_is_allowed() {
    let allowed = rules().licenses.allow;
    let built = built();
    assert!(built.licences.len() > 100, "{} packages", built.licences.len());
    let faults: Vec<String> = built
        .licences
        .iter()
        .filter(|(_, licence)| !satisfied(licence, &allowed))
        .map(|(package, licence)| format!("{package}: {licence}"))
        .collect();
    assert!(
        faults.is_empty(),
        "deny.toml allows {allowed:?}, which is not enough for\n{}",
        faults.join("\n")
    );
    // Where only a part of the packages is at hand, nothing is known of what the others need.
    if built.is_whole {
        for licence in &allowed {
            let others: Vec<String> = allowed
                .iter()
                .filter(|other| *other != licence)
                .cloned()
                .collect();
            assert!(
                built.licences.values().any(|wanted| !satisfied(wanted, &others)),
                "deny.toml allows {licence}, without which every package can be used"
            );
        }
    }
}

#[test]
fn expressions_are_judged_as_they_are_meant() {
    for (expression, fits) in [
        ("MIT", true),
        ("MIT OR GPL-3.0-only", true),
        ("MIT/GPL-3.0", true),
        ("MIT AND GPL-3.0-only", false),
        ("(MIT OR GPL-3.0-only) AND Zlib", false),
        ("MIT AND (Zlib OR ISC)", true),
        ("ISC WITH LLVM-exception", false),
        ("no licence at all", false),
        ("", false),
    ] {
        let allowed = ["MIT".to_owned(), "ISC".to_owned()];
        assert_eq!(satisfied(expression, &allowed), fits, "{expression}");
    }
}

#[test]
fn no_banned_package_is_locked() {
    let banned: BTreeMap<String, BannedCrate> = rules()
        .bans
        .deny
        .into_iter()
        .map(|ban| (ban.name.clone(), ban))
        .collect();
    assert!(!banned.is_empty(), "deny.toml bans something");
    for (name, ban) in &banned {
        // A version behind the name would need cargo-deny's own reading of it.
        assert!(
            !name.contains([':', '@']),
            "{name} is banned whatever its version"
        );
        assert!(
            ban.reason.is_some() || ban.use_instead.is_some(),
            "deny.toml says why {name} is banned"
        );
    }
    let locked: Vec<String> = locked()
        .into_iter()
        .map(|entry| entry.name)
        .filter(|name| banned.contains_key(name))
        .collect();
    assert!(locked.is_empty(), "banned and locked all the same: {locked:?}");
}

#[test]
fn every_package_comes_from_the_one_registry_and_names_its_version() {
    let rules = rules();
    assert_eq!(rules.sources.unknown_registry, "deny");
    assert_eq!(rules.sources.unknown_git, "deny");
    assert_eq!(rules.bans.wildcards, "deny");
    let locked = locked();
    let foreign: Vec<&str> = locked
        .iter()
        .filter(|entry| entry.name != "koyaku")
        .filter(|entry| {
            !entry
                .source
                .as_deref()
                .is_some_and(|source| source.starts_with("registry+"))
        })
        .map(|entry| entry.name.as_str())
        .collect();
    assert!(foreign.is_empty(), "from a folder or a repository: {foreign:?}");
    let registries: BTreeSet<&String> = locked.iter().filter_map(|entry| entry.source.as_ref()).collect();
    assert_eq!(registries.len(), 1, "{registries:?}");
    let own = fs::read_to_string(here("Cargo.toml")).expect("Cargo.toml is there");
    let own: toml::Table = toml::from_str(&own).expect("cargo reads Cargo.toml");
    let mut named = 0;
    for (name, wanted) in dependencies(&own) {
        named += 1;
        let version = wanted.get("version").unwrap_or(wanted).as_str();
        assert!(
            version.is_some_and(|version| version != "*"),
            "{name} may be of any version"
        );
        for elsewhere in ["registry", "registry-index", "git", "path"] {
            assert!(wanted.get(elsewhere).is_none(), "{name} has a {elsewhere}");
        }
    }
    assert!(named > 30, "{named} dependencies");
}

/// What `Cargo.toml` names in any of its tables of dependencies, those for some systems among them.
fn dependencies(table: &toml::Table) -> Vec<(&String, &toml::Value)> {
    let mut found = Vec::new();
    for (name, value) in table {
        let Some(inner) = value.as_table() else { continue };
        if name.ends_with("dependencies") {
            found.extend(inner);
        } else if name == "target" {
            let systems = inner.values().filter_map(toml::Value::as_table);
            found.extend(systems.flat_map(dependencies));
        }
    }
    found
}

fn rules() -> DependencyRules {
    let text = fs::read_to_string(here("deny.toml")).expect("deny.toml is there");
    toml::from_str(&text).unwrap_or_else(|error| panic!("deny.toml: {error}"))
}

fn locked() -> Vec<LockEntry> {
    let text = fs::read_to_string(here("Cargo.lock")).expect("Cargo.lock is there");
    let lock: LockFile = toml::from_str(&text).unwrap_or_else(|error| panic!("Cargo.lock: {error}"));
    lock.package
}

/// Whether a licence expression, with the `/` of older packages, leaves a way with what is allowed alone.
fn satisfied(expression: &str, allowed: &[String]) -> bool {
    let licensees: Vec<Licensee> = allowed
        .iter()
        .map(|name| Licensee::parse(name).unwrap_or_else(|error| panic!("deny.toml allows {name}: {error}")))
        .collect();
    Expression::parse_mode(expression, ParseMode::LAX).is_ok_and(|expression| {
        expression.evaluate(|wanted| licensees.iter().any(|licensee| licensee.satisfies(wanted)))
    })
}

/// What becomes part of the program or builds it; what only tests use is handed to nobody. Cargo's tree is
/// asked, because `cargo metadata` also names packages for which no feature is turned on.
///
/// `cargo fetch --locked` brings the packages of every system. A build brings only what this system and its
/// features need, and then that is what is judged.
fn built() -> BuiltPackages {
    let attempts: [&[&str]; 3] = [
        &["--all-features", "--target", "all"],
        &["--all-features"],
        &["--no-default-features"],
    ];
    let mut complaints = String::new();
    for narrowing in attempts {
        match tree(narrowing) {
            Ok(licences) => {
                let is_whole = narrowing == attempts[0];
                return BuiltPackages { licences, is_whole };
            }
            Err(complaint) => complaints += &complaint,
        }
    }
    panic!("cargo tells nothing of its packages:\n{complaints}");
}

fn tree(narrowing: &[&str]) -> Result<BTreeMap<String, String>, String> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo
        .args(["tree", "--locked", "--offline", "--edges", "normal,build"])
        .args(["--prefix", "none", "--format", "{p}|{l}"])
        .args(narrowing)
        .current_dir(here(""));
    let output = cargo.output().expect("cargo can be started");
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    let shown = String::from_utf8(output.stdout).expect("cargo writes UTF-8");
    let packages = shown.lines().filter(|line| !line.is_empty()).map(|line| {
        // What stands in the tree for a second time is marked so.
        let line = line.strip_suffix(" (*)").unwrap_or(line);
        let (package, licence) = line.rsplit_once('|').expect("each line is as was asked");
        (package.to_owned(), licence.to_owned())
    });
    Ok(packages.collect())
}
