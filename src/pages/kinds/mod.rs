//! The page kinds: for each what its template sees, and which of them the page of a scope is.

pub(crate) mod amendments;
pub(crate) mod area;
pub(crate) mod commitment;
pub(crate) mod data;
pub(crate) mod deadlines;
pub(crate) mod department;
pub(crate) mod departments;
pub(crate) mod document;
pub(crate) mod glossary;
pub(crate) mod home;
pub(crate) mod indicator_page;
pub(crate) mod municipality;
pub(crate) mod not_found;
pub(crate) mod page;
pub(crate) mod search;
pub(crate) mod section;
pub(crate) mod status;
pub(crate) mod subject;
pub(crate) mod subjects;
pub(crate) mod term;
pub(crate) mod translations;
pub(crate) mod updates;

use crate::html::Noted;
use crate::pages::made::made;
use crate::pages::{About, Scope};
use crate::site::page_kinds::page_kinds;
use crate::site::{Node, Spot};
use serde::Serialize;
use tera::Value;

/// A finished view as templates take it, and what the page's frame says of it.
pub(crate) struct Shown<'s> {
    pub view: Value,
    /// What the texts of the view tell.
    pub noted: Noted,
    pub about: About<'s>,
}

fn finished<'s, View: Serialize>(scope: &Scope<'s>, page: (View, About<'s>)) -> Shown<'s> {
    let (view, about) = page;
    let (view, noted) = made(scope, &view);
    Shown { view, noted, about }
}

macro_rules! shown {
    (
        alone { $($lone:ident $lone_name:literal $lone_address:literal $lone_view:path, $pages:ident;)+ }
        others { $($other:ident($($part:ident: $type:ty),+) $name:literal $address:literal $view:path;)+ }
        nodes { $($node:ident($index:ty) $node_name:literal $node_address:literal $node_view:path;)+ }
    ) => {
        /// What the page of a scope shows.
        pub(crate) fn shown<'s>(scope: &Scope<'s>) -> Shown<'s> {
            match scope.page.spot {
                $(Spot::$lone => finished(scope, $lone_view(scope)),)+
                $(Spot::$other($($part),+) => finished(scope, $view(scope, $($part),+)),)+
                $(Spot::Node(Node::$node(index)) => finished(scope, $node_view(scope, index)),)+
                Spot::Node(_) => unreachable!("only nodes with a page of their own are planned as pages"),
            }
        }
    };
}

page_kinds!(shown);
