//! A file that is one RON struct, taken apart into its fields before anyone says what they should be.
//!
//! Not a reader of values: each stays as it is written, so that one wrong value costs itself alone and can be told by
//! name and line. Settings and plans are read with it.
//!
//! Invariant: what was read before a mistake is kept.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, Visitor};

/// A field's name and its value as it is written.
pub type Field = (String, String);

/// Reads the file as a whole into names and raw values. What was read before a mistake stays in `fields`.
///
/// # Errors
/// The line of the first mistake, and what it is.
pub fn read(text: &str, fields: &mut Vec<Field>) -> Result<(), (usize, String)> {
    let told = |position: ron::error::Position, code: &ron::Error| (position.line, code.to_string());
    let mut reader = ron::Deserializer::from_str(text).map_err(|error| told(error.span.start, &error.code))?;
    Fields(fields)
        .deserialize(&mut reader)
        .and_then(|()| reader.end())
        .map_err(|code| reader.span_error(code))
        .map_err(|error| told(error.span.start, &error.code))
}

/// The line (from 1) on which a field of this name first stands; 1 if on none.
pub fn line_of(text: &str, field: &str) -> usize {
    let named = |line: &str| line.trim_start().strip_prefix(field).is_some_and(|rest| rest.trim_start().starts_with(':'));
    text.lines().position(named).map_or(1, |index| index + 1)
}

/// Collects the fields of the one struct in the file.
struct Fields<'a>(&'a mut Vec<Field>);

impl<'de> DeserializeSeed<'de> for Fields<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_struct("", &[], self)
    }
}

impl<'de> Visitor<'de> for Fields<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("fields in round brackets")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(name) = map.next_key::<Name>()? {
            let value: Box<ron::value::RawValue> = map.next_value()?;
            self.0.push((name.0, value.trim().get_ron().to_owned()));
        }
        Ok(())
    }
}

/// Any name of a field.
struct Name(String);

impl<'de> serde::Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AnyName;
        impl Visitor<'_> for AnyName {
            type Value = Name;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the name of a field")
            }

            fn visit_str<E>(self, name: &str) -> Result<Name, E> {
                Ok(Name(name.to_owned()))
            }
        }
        deserializer.deserialize_identifier(AnyName)
    }
}
