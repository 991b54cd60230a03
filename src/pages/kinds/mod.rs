//! The page kinds: for each what its template sees, and which of them the page of a scope is.

pub mod amendments;
pub mod area;
pub mod commitment;
pub mod data;
pub mod deadlines;
pub mod department;
pub mod departments;
pub mod document;
pub mod glossary;
pub mod home;
pub mod indicator_page;
pub mod municipality;
pub mod not_found;
pub mod page;
pub mod search;
pub mod section;
pub mod status;
pub mod subject;
pub mod subjects;
pub mod term;
pub mod translations;
pub mod updates;

use crate::html::Noted;
use crate::pages::made::made;
use crate::pages::{About, Scope};
use crate::site::page_kinds::page_kinds;
use crate::site::{Node, Spot};
use serde::Serialize;
use tera::Value;

/// A finished view as templates take it, and what the page's frame says of it.
pub struct Shown<'s> {
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
        pub fn shown<'s>(scope: &Scope<'s>) -> Shown<'s> {
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
