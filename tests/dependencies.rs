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

/// What cargo tells of the packages that it has locked.
#[derive(Deserialize)]
struct PackageGraph {
    packages: Vec<LockedPackage>,
    resolve: ResolvedGraph,
}

#[derive(Deserialize)]
struct LockedPackage {
    id: String,
    name: String,
    version: String,
    license: Option<String>,
    source: Option<String>,
    dependencies: Vec<NamedDependency>,
}

#[derive(Deserialize)]
struct NamedDependency {
    name: String,
    req: String,
    registry: Option<String>,
}

#[derive(Deserialize)]
struct ResolvedGraph {
    root: String,
    nodes: Vec<ResolvedPackage>,
}

#[derive(Deserialize)]
struct ResolvedPackage {
    id: String,
    deps: Vec<DependencyEdge>,
}

#[derive(Deserialize)]
struct DependencyEdge {
    pkg: String,
    dep_kinds: Vec<EdgeKind>,
}

#[derive(Deserialize)]
struct EdgeKind {
    kind: Option<String>,
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

#[test]
fn every_package_that_is_built_has_a_licence_that_is_allowed() {
    let allowed = rules().licenses.allow;
    let graph = graph();
    let built = graph.built();
    assert!(built.len() > 100, "{} packages are built", built.len());
    let faults: Vec<String> = built
        .iter()
        .filter(|package| !may_be_used(package, &allowed))
        .map(|package| {
            let licence = package.license.as_deref().unwrap_or("no licence");
            format!("{} {}: {licence}", package.name, package.version)
        })
        .collect();
    assert!(
        faults.is_empty(),
        "deny.toml allows {allowed:?}, which is not enough for\n{}",
        faults.join("\n")
    );
    // Where only a part of the packages is at hand, nothing is known of what the others need.
    if graph.is_whole {
        for licence in &allowed {
            let others: Vec<String> = allowed
                .iter()
                .filter(|other| *other != licence)
                .cloned()
                .collect();
            assert!(
                built.iter().any(|package| !may_be_used(package, &others)),
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
    let graph = graph();
    let own = graph.package(&graph.resolve.root);
    assert!(
        own.source.is_none(),
        "the package at the root is that of this folder"
    );
    for named in &own.dependencies {
        assert_eq!(named.registry, None, "{} names another registry", named.name);
        assert_ne!(named.req, "*", "{} may be of any version", named.name);
    }
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

fn may_be_used(package: &LockedPackage, allowed: &[String]) -> bool {
    package
        .license
        .as_deref()
        .is_some_and(|expression| satisfied(expression, allowed))
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

/// The graph, and whether it holds the packages of every system and feature.
struct KnownGraph {
    packages: BTreeMap<String, LockedPackage>,
    resolve: ResolvedGraph,
    is_whole: bool,
}

/// Reads the graph from what cargo has at hand. `cargo fetch --locked` brings all of it; a build alone brings
/// only what this system and its features need, and then that is what is judged.
fn graph() -> KnownGraph {
    let system = ["--filter-platform", system()];
    let attempts: [&[&str]; 3] = [
        &["--all-features"],
        &["--all-features", system[0], system[1]],
        &["--no-default-features", system[0], system[1]],
    ];
    let mut complaints = String::new();
    for (at, narrowing) in attempts.iter().enumerate() {
        match metadata(narrowing) {
            Ok(PackageGraph { packages, resolve }) => {
                let packages = packages.into_iter().map(|package| (package.id.clone(), package));
                return KnownGraph {
                    packages: packages.collect(),
                    resolve,
                    is_whole: at == 0,
                };
            }
            Err(complaint) => complaints += &complaint,
        }
    }
    panic!("cargo tells nothing of its packages:\n{complaints}");
}

fn metadata(narrowing: &[&str]) -> Result<PackageGraph, String> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo
        .args(["metadata", "--locked", "--offline", "--format-version", "1"])
        .args(narrowing)
        .current_dir(here(""));
    let output = cargo.output().expect("cargo can be started");
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    Ok(serde_json::from_slice(&output.stdout).expect("cargo tells its packages as it says it does"))
}

/// The name that cargo gives the kind of machine on which the tests run.
fn system() -> &'static str {
    if cfg!(windows) {
        "x86_64-pc-windows-msvc"
    } else if cfg!(target_os = "macos") {
        "aarch64-apple-darwin"
    } else if cfg!(target_arch = "aarch64") {
        "aarch64-unknown-linux-gnu"
    } else {
        "x86_64-unknown-linux-gnu"
    }
}

impl KnownGraph {
    fn package(&self, id: &str) -> &LockedPackage {
        self.packages
            .get(id)
            .unwrap_or_else(|| panic!("cargo names {id} and does not describe it"))
    }

    /// What becomes part of the program or builds it; what only tests use is not handed to anybody.
    fn built(&self) -> Vec<&LockedPackage> {
        let nodes: BTreeMap<&str, &ResolvedPackage> = self
            .resolve
            .nodes
            .iter()
            .map(|node| (node.id.as_str(), node))
            .collect();
        let mut reached = BTreeSet::new();
        let mut waiting = vec![self.resolve.root.as_str()];
        while let Some(id) = waiting.pop() {
            if reached.insert(id) {
                let edges = nodes.get(id).into_iter().flat_map(|node| &node.deps);
                let built = edges.filter(|edge| {
                    edge.dep_kinds
                        .iter()
                        .any(|kind| kind.kind.as_deref() != Some("dev"))
                });
                waiting.extend(built.map(|edge| edge.pkg.as_str()));
            }
        }
        reached.into_iter().map(|id| self.package(id)).collect()
    }
}
