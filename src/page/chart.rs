//! A bar chart as SVG: each bar with its label and its number, told apart by pattern and not by colour alone.

use std::fmt::Write;

use super::text::escape;

/// Bars of several groups, one below the other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chart {
    pub title: String,
    pub groups: Vec<Group>,
}

/// Bars with a scale of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    pub title: String,
    pub fill: Fill,
    pub bars: Vec<Bar>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fill {
    Solid,
    Striped,
    Outlined,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    pub label: String,
    pub length: u64,
    /// The number as it is shown.
    pub number: String,
}

const WIDTH: usize = 800;
const MARGIN: usize = 24;
/// Where bars begin, and how long the longest is.
const BARS: usize = 184;
const LONGEST: u64 = 440;
const LINE: usize = 22;
/// So many letters of a title fit into the width.
const LETTERS: usize = 84;

impl Chart {
    /// The same bytes for the same chart.
    #[must_use]
    pub fn svg(&self) -> String {
        let lines: usize = self.groups.iter().map(|group| group.bars.len() + 2).sum();
        let height = 3 * MARGIN + lines * LINE;
        let mut out = Svg(String::new());
        out.add(&format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\" role=\"img\" aria-labelledby=\"title desc\" font-family=\"sans-serif\" font-size=\"14\" fill=\"#1a1a1a\">\n"
        ));
        out.element("title", "id=\"title\"", &self.title);
        out.element("desc", "id=\"desc\"", &self.words());
        out.add("<defs><pattern id=\"stripes\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"3\" height=\"6\" fill=\"#1f5f8b\"/></pattern></defs>\n");
        out.add(&format!("<rect width=\"{WIDTH}\" height=\"{height}\" fill=\"#ffffff\"/>\n"));
        let mut y = MARGIN + LINE / 2;
        out.text(MARGIN, y, "font-size=\"18\" font-weight=\"bold\"", &self.title);
        y += LINE / 2;
        if self.groups.is_empty() {
            out.text(MARGIN, y + LINE, "", NOTHING);
        }
        for group in &self.groups {
            y += 2 * LINE;
            out.text(MARGIN, y, "font-weight=\"bold\"", &group.title);
            let longest = group.bars.iter().map(|bar| bar.length).max().unwrap_or(0);
            for bar in &group.bars {
                y += LINE;
                out.bar(y, bar, group.fill, longest);
            }
        }
        out.add("</svg>\n");
        out.0
    }

    /// All that the bars say, for whoever does not see them.
    fn words(&self) -> String {
        let group = |group: &Group| {
            let bars = group.bars.iter().map(|bar| format!("{}: {}", bar.label, bar.number));
            format!("{}. {}.", group.title, bars.collect::<Vec<String>>().join("; "))
        };
        if self.groups.is_empty() {
            return NOTHING.to_owned();
        }
        let groups = self.groups.iter().map(group);
        std::iter::once("Bars; each group has a scale of its own.".to_owned())
            .chain(groups)
            .collect::<Vec<String>>()
            .join(" ")
    }
}

const NOTHING: &str = "There is nothing to show.";

struct Svg(String);

impl Svg {
    fn add(&mut self, markup: &str) {
        self.0.push_str(markup);
    }

    fn element(&mut self, name: &str, attributes: &str, text: &str) {
        let space = if attributes.is_empty() { "" } else { " " };
        self.add(&format!("<{name}{space}{attributes}>"));
        // Writing to a string does not fail.
        let _ = escape(&mut self.0, text);
        self.add(&format!("</{name}>\n"));
    }

    fn text(&mut self, x: usize, y: usize, attributes: &str, text: &str) {
        let shown: String = if text.chars().count() > LETTERS {
            text.chars().take(LETTERS - 1).chain(['…']).collect()
        } else {
            text.to_owned()
        };
        let space = if attributes.is_empty() { "" } else { " " };
        self.element("text", &format!("x=\"{x}\" y=\"{y}\"{space}{attributes}"), &shown);
    }

    fn bar(&mut self, y: usize, bar: &Bar, fill: Fill, longest: u64) {
        self.text(BARS - 10, y, "text-anchor=\"end\"", &bar.label);
        let share = u128::from(bar.length) * u128::from(LONGEST) / u128::from(longest.max(1));
        // What is there is seen.
        let width = share.max(u128::from(bar.length > 0));
        let paint = match fill {
            Fill::Solid => "fill=\"#1f5f8b\"",
            Fill::Striped => "fill=\"url(#stripes)\" stroke=\"#1f5f8b\"",
            Fill::Outlined => "fill=\"none\" stroke=\"#1f5f8b\" stroke-width=\"2\"",
        };
        if width > 0 {
            let top = y - 12;
            let mut rect = String::new();
            let _ = writeln!(rect, "<rect x=\"{BARS}\" y=\"{top}\" width=\"{width}\" height=\"14\" {paint}/>");
            self.add(&rect);
        }
        let after = BARS + usize::try_from(width).unwrap_or(0) + 8;
        self.text(after, y, "", &bar.number);
    }
}

#[cfg(test)]
mod tests {
    use super::{Bar, Chart, Fill, Group};

    #[test]
    fn texts_are_escaped_and_told_and_the_largest_number_fits() {
        let bar = |label: &str, length| Bar { label: label.to_owned(), length, number: length.to_string() };
        let bars = vec![bar("now", u64::MAX), bar("2026-11", 1), bar("2026-12", 0)];
        let group = Group { title: "a<b & \"c\"".to_owned(), fill: Fill::Striped, bars };
        let chart = Chart { title: "</title><script>".to_owned(), groups: vec![group] };
        let svg = chart.svg();
        assert!(!svg.contains("<script>") && svg.contains("a&lt;b &amp; &quot;c&quot;"), "{svg}");
        assert!(svg.contains("2026-11: 1; 2026-12: 0."), "{svg}");
        assert!(svg.contains("width=\"440\"") && svg.contains("width=\"1\""), "{svg}");
        assert_eq!(svg.matches("height=\"14\"").count(), 2, "what is nothing has no bar: {svg}");
        assert_eq!(svg, chart.svg());
    }
}
