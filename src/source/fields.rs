//! A file that is one RON struct, taken apart into its fields before anyone says what they should be.
//!
//! Not a reader of values: each stays as it is written, so that one wrong value costs itself alone and can be told by
//! name and line. Settings and plans are read with it.
//!
//! Invariant: what was read before a mistake is kept.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, Visitor};

use super::{Mistake, lex};

/// A field as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: String,
    /// The line that its name stands on, from 1.
    pub line: usize,
}

/// Reads the file as a whole into names and raw values. What was read before a mistake stays in `fields`.
///
/// # Errors
/// The first mistake.
pub fn read(text: &str, fields: &mut Vec<Field>) -> Result<(), Mistake> {
    let mut found = Vec::new();
    let outcome = read_into(text, &mut found);
    // Both go through the text in its order, so each name is found behind the one before.
    let mut places = lex::field_names(text);
    let mut line = 1;
    for (name, value) in found {
        line = places.by_ref().find(|(placed, _)| *placed == name).map_or(line, |(_, line)| line);
        fields.push(Field { name, value, line });
    }
    outcome.map_err(|error| Mistake::of(text, &error))
}

fn read_into(text: &str, fields: &mut Vec<(String, String)>) -> Result<(), ron::error::SpannedError> {
    let mut reader = ron::Deserializer::from_str(text)?;
    let read = Fields(fields).deserialize(&mut reader).and_then(|()| reader.end());
    read.map_err(|code| reader.span_error(code))
}

/// Collects the fields of the one struct in the file.
struct Fields<'a>(&'a mut Vec<(String, String)>);

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_field_has_its_own_line() {
        let text = "(\n a: 1, b: \"a: 2\",\n // c: 3\n a: (b: 4),\n r#c: 5,\n)";
        let mut fields = Vec::new();
        assert_eq!(read(text, &mut fields), Ok(()));
        let found: Vec<_> = fields.iter().map(|field| (field.name.as_str(), field.value.as_str(), field.line)).collect();
        assert_eq!(found, [("a", "1", 2), ("b", "\"a: 2\"", 2), ("a", "(b: 4)", 4), ("c", "5", 5)]);
    }
}
