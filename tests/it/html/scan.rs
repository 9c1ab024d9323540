//! A scanner for the HTML that this project writes: every element closed, every attribute in double quotes.

/// One element, with the text of everything inside it.
#[derive(Debug)]
pub struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub parent: Option<usize>,
    pub text: String,
}

impl Element {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// A page: elements and texts in the order in which they stand there.
#[derive(Debug, Default)]
pub struct Document {
    pub elements: Vec<Element>,
    /// Each with the element that it is in.
    pub texts: Vec<(usize, String)>,
    pub faults: Vec<String>,
}

const VOID: [&str; 14] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

impl Document {
    pub fn read(html: &str) -> Self {
        let mut document = Self::default();
        let Some(mut rest) = html.strip_prefix("<!doctype html>") else {
            document.faults.push("no doctype".to_owned());
            return document;
        };
        let mut open: Vec<usize> = Vec::new();
        while let Some(at) = rest.find('<') {
            document.text(&open, &rest[..at]);
            rest = document.markup(&mut open, &rest[at..]);
        }
        document.text(&open, rest);
        for left in open {
            document.faults.push(format!("<{}> is never closed", document.elements[left].name));
        }
        document
    }

    /// The element itself and those around it, from the inside out.
    pub fn around(&self, at: usize) -> impl Iterator<Item = &Element> {
        std::iter::successors(Some(at), |at| self.elements[*at].parent).map(|at| &self.elements[at])
    }

    pub fn named<'d>(&'d self, name: &'d str) -> impl Iterator<Item = (usize, &'d Element)> {
        self.elements.iter().enumerate().filter(move |(_, element)| element.name == name)
    }

    fn text(&mut self, open: &[usize], text: &str) {
        let text = decode(text);
        for at in open {
            self.elements[*at].text.push_str(&text);
        }
        match open.last() {
            Some(at) => self.texts.push((*at, text)),
            None if text.trim().is_empty() => {}
            None => self.faults.push(format!("text outside of everything: {text}")),
        }
    }

    /// What follows the comment or tag that `rest` starts with.
    fn markup<'t>(&mut self, open: &mut Vec<usize>, rest: &'t str) -> &'t str {
        if let Some(comment) = rest.strip_prefix("<!--") {
            return comment.split_once("-->").map_or("", |(_, behind)| behind);
        }
        let Some((tag, behind)) = rest[1..].split_once('>') else {
            self.faults.push("a tag that never ends".to_owned());
            return "";
        };
        match tag.strip_prefix('/') {
            Some(name) => {
                let closed = open.pop().map(|at| self.elements[at].name.clone());
                if closed.as_deref() != Some(name) {
                    self.faults.push(format!("</{name}> closes {closed:?}"));
                }
            }
            None => self.open(open, tag),
        }
        behind
    }

    fn open(&mut self, open: &mut Vec<usize>, tag: &str) {
        let (name, attributes) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
        let at = self.elements.len();
        let parent = open.last().copied();
        let attributes = self.attributes(attributes);
        self.elements.push(Element { name: name.to_lowercase(), attributes, parent, text: String::new() });
        if !VOID.contains(&name) {
            open.push(at);
        }
    }

    fn attributes(&mut self, mut rest: &str) -> Vec<(String, String)> {
        let mut found = Vec::new();
        while !rest.trim_start().is_empty() {
            rest = rest.trim_start();
            let end = rest.find(['=', ' ', '\n']).unwrap_or(rest.len());
            let (name, behind) = rest.split_at(end);
            let (value, behind) = match behind.strip_prefix("=\"") {
                Some(value) => value.split_once('"').unwrap_or((value, "")),
                None if behind.starts_with('=') => {
                    self.faults.push(format!("`{name}` is not in double quotes"));
                    ("", "")
                }
                None => ("", behind),
            };
            found.push((name.to_lowercase(), decode(value)));
            rest = behind;
        }
        found
    }
}

fn decode(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}
