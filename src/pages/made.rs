//! Makes a finished view into what templates take. On the way every term is linked where it is first named,
//! in the order of the view's fields, which is the order in which pages are read; and what texts tell of
//! themselves is gathered for the notices of the page. Views write nothing down, and no finished page is
//! searched.

use crate::html::{LINKED, Noted, STALE, UNTRANSLATED, escape};
use crate::pages::Scope;
use crate::site::{Node, TermIx};
use serde::ser::{
    Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};
use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::fmt;
use tera::Value;

/// The view as templates take it, and what the texts in it tell.
pub(crate) fn made(scope: &Scope, view: &impl Serialize) -> (Value, Noted) {
    let page = Noticing {
        scope,
        noted: Cell::default(),
        named: RefCell::default(),
    };
    let value = Value::from_serializable(&Seen {
        value: view,
        page: &page,
    });
    (value, page.noted.get())
}

/// What has been noticed of a view so far.
struct Noticing<'p, 's> {
    scope: &'p Scope<'s>,
    noted: Cell<Noted>,
    /// The terms that have been named.
    named: RefCell<HashSet<usize>>,
}

impl Noticing<'_, '_> {
    fn note(&self, noted: Noted) {
        self.noted.set(self.noted.get().and(noted));
    }

    /// Where a term that is named leads, the first time.
    fn href(&self, term: &str) -> Option<String> {
        let term: usize = term.parse().ok()?;
        let is_new = self.named.borrow_mut().insert(term);
        is_new.then(|| self.scope.href_of(Node::Term(TermIx::at(term))))
    }
}

/// A value with the page that notices it.
struct Seen<'p, 's, T: ?Sized> {
    value: &'p T,
    page: &'p Noticing<'p, 's>,
}

impl<T: Serialize + ?Sized> Serialize for Seen<'_, '_, T> {
    fn serialize<S: Serializer>(&self, inner: S) -> Result<S::Ok, S::Error> {
        let page = self.page;
        self.value.serialize(Watched { inner, page })
    }
}

/// A serializer, or a part of one, whose values the page sees before it does.
struct Watched<'p, 's, Inner> {
    inner: Inner,
    page: &'p Noticing<'p, 's>,
}

impl<'p, 's, Inner> Watched<'p, 's, Inner> {
    fn seen<'v, T: ?Sized>(&self, value: &'v T) -> Seen<'v, 's, T>
    where
        'p: 'v,
    {
        let page = self.page;
        Seen { value, page }
    }
}

/// A struct of several values in a row: one of a view, or HTML with the terms that it names.
enum Row<'p, 's, S: Serializer> {
    Plain(Watched<'p, 's, S::SerializeTupleStruct>),
    Linked {
        out: Watched<'p, 's, S>,
        html: String,
        /// How many of its pieces have been seen.
        pieces: usize,
        /// Where the term leads whose words come next.
        href: Option<String>,
    },
}

impl<S: Serializer> SerializeTupleStruct for Row<'_, '_, S> {
    type Ok = S::Ok;
    type Error = S::Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), S::Error> {
        match self {
            Self::Plain(row) => row.inner.serialize_field(&Seen {
                value,
                page: row.page,
            }),
            Self::Linked {
                out,
                html,
                pieces,
                href,
            } => {
                let piece = Captured(value).to_string();
                match *pieces % 3 {
                    1 => *href = out.page.href(&piece),
                    _ => match href.take() {
                        Some(href) => link(&href, &piece, html),
                        None => html.push_str(&piece),
                    },
                }
                *pieces += 1;
                Ok(())
            }
        }
    }

    fn end(self) -> Result<S::Ok, S::Error> {
        match self {
            Self::Plain(row) => row.inner.end(),
            Self::Linked { out, html, .. } => Value::safe_string(&html).serialize(out.inner),
        }
    }
}

fn link(href: &str, words: &str, out: &mut String) {
    out.push_str("<a class=\"term\" href=\"");
    escape(href, out);
    out.push_str("\">");
    out.push_str(words);
    out.push_str("</a>");
}

/// A piece of HTML, or the number of a term.
struct Captured<'a, T: ?Sized>(&'a T);

impl<T: Serialize + ?Sized> fmt::Display for Captured<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        self.0.serialize(f)
    }
}

/// Values that hold no others pass as they are.
macro_rules! pass {
    ($($name:ident($($value:ident: $type:ty),*);)+) => {$(
        fn $name(self, $($value: $type),*) -> Result<S::Ok, S::Error> {
            self.inner.$name($($value),*)
        }
    )+};
}

/// Values that hold others begin, and the page sees each.
macro_rules! begin {
    ($($name:ident($($value:ident: $type:ty),*) -> $part:ident;)+) => {$(
        fn $name(self, $($value: $type),*) -> Result<Self::$part, S::Error> {
            let page = self.page;
            Ok(Watched { inner: self.inner.$name($($value),*)?, page })
        }
    )+};
}

impl<'p, 's, S: Serializer> Serializer for Watched<'p, 's, S> {
    type Ok = S::Ok;
    type Error = S::Error;
    type SerializeSeq = Watched<'p, 's, S::SerializeSeq>;
    type SerializeTuple = Watched<'p, 's, S::SerializeTuple>;
    type SerializeTupleStruct = Row<'p, 's, S>;
    type SerializeTupleVariant = Watched<'p, 's, S::SerializeTupleVariant>;
    type SerializeMap = Watched<'p, 's, S::SerializeMap>;
    type SerializeStruct = Watched<'p, 's, S::SerializeStruct>;
    type SerializeStructVariant = Watched<'p, 's, S::SerializeStructVariant>;

    pass! {
        serialize_bool(value: bool);
        serialize_i8(value: i8);
        serialize_i16(value: i16);
        serialize_i32(value: i32);
        serialize_i64(value: i64);
        serialize_i128(value: i128);
        serialize_u8(value: u8);
        serialize_u16(value: u16);
        serialize_u32(value: u32);
        serialize_u64(value: u64);
        serialize_u128(value: u128);
        serialize_f32(value: f32);
        serialize_f64(value: f64);
        serialize_char(value: char);
        serialize_str(value: &str);
        serialize_bytes(value: &[u8]);
        serialize_none();
        serialize_unit();
        serialize_unit_struct(name: &'static str);
        serialize_unit_variant(name: &'static str, index: u32, variant: &'static str);
    }

    begin! {
        serialize_seq(length: Option<usize>) -> SerializeSeq;
        serialize_tuple(length: usize) -> SerializeTuple;
        serialize_map(length: Option<usize>) -> SerializeMap;
        serialize_struct(name: &'static str, length: usize) -> SerializeStruct;
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<S::Ok, S::Error> {
        let value = self.seen(value);
        self.inner.serialize_some(&value)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<S::Ok, S::Error> {
        match name {
            UNTRANSLATED => self.page.note(Noted::UNTRANSLATED),
            STALE => self.page.note(Noted::STALE),
            _ => {
                let value = self.seen(value);
                return self.inner.serialize_newtype_struct(name, &value);
            }
        }
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<S::Ok, S::Error> {
        let value = self.seen(value);
        self.inner.serialize_newtype_variant(name, index, variant, &value)
    }

    fn serialize_tuple_variant(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        length: usize,
    ) -> Result<Self::SerializeTupleVariant, S::Error> {
        let page = self.page;
        let inner = self.inner.serialize_tuple_variant(name, index, variant, length)?;
        Ok(Watched { inner, page })
    }

    fn serialize_struct_variant(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        length: usize,
    ) -> Result<Self::SerializeStructVariant, S::Error> {
        let page = self.page;
        let inner = self
            .inner
            .serialize_struct_variant(name, index, variant, length)?;
        Ok(Watched { inner, page })
    }

    fn serialize_tuple_struct(
        self,
        name: &'static str,
        length: usize,
    ) -> Result<Self::SerializeTupleStruct, S::Error> {
        let page = self.page;
        Ok(match name {
            LINKED => Row::Linked {
                out: self,
                html: String::new(),
                pieces: 0,
                href: None,
            },
            _ => Row::Plain(Watched {
                inner: self.inner.serialize_tuple_struct(name, length)?,
                page,
            }),
        })
    }
}

/// The values of a row, each seen by the page.
macro_rules! rows {
    ($($part:ident: $name:ident;)+) => {$(
        impl<Inner: $part> $part for Watched<'_, '_, Inner> {
            type Ok = Inner::Ok;
            type Error = Inner::Error;

            fn $name<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Inner::Error> {
                let value = self.seen(value);
                self.inner.$name(&value)
            }

            fn end(self) -> Result<Inner::Ok, Inner::Error> {
                self.inner.end()
            }
        }
    )+};
}

rows! {
    SerializeSeq: serialize_element;
    SerializeTuple: serialize_element;
    SerializeTupleVariant: serialize_field;
}

/// The same with names.
macro_rules! fields {
    ($($part:ident;)+) => {$(
        impl<Inner: $part> $part for Watched<'_, '_, Inner> {
            type Ok = Inner::Ok;
            type Error = Inner::Error;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                name: &'static str,
                value: &T,
            ) -> Result<(), Inner::Error> {
                let value = self.seen(value);
                self.inner.serialize_field(name, &value)
            }

            fn end(self) -> Result<Inner::Ok, Inner::Error> {
                self.inner.end()
            }
        }
    )+};
}

fields! {
    SerializeStruct;
    SerializeStructVariant;
}

impl<Inner: SerializeMap> SerializeMap for Watched<'_, '_, Inner> {
    type Ok = Inner::Ok;
    type Error = Inner::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Inner::Error> {
        self.inner.serialize_key(key)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Inner::Error> {
        let value = self.seen(value);
        self.inner.serialize_value(&value)
    }

    fn end(self) -> Result<Inner::Ok, Inner::Error> {
        self.inner.end()
    }
}
