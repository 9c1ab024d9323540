//! How names of tables and columns are made of words.

/// The letters and digits of a name, made small.
pub fn flat(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// `quizAttempts`, `quiz_attempts` and `QuizAttempts` are two words.
pub fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut before = ' ';
    for c in name.chars() {
        let begins = c.is_uppercase() && before.is_lowercase();
        if (begins || !c.is_alphanumeric()) && words.last().is_some_and(|word| !word.is_empty()) {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| c.is_alphanumeric()) {
            word.extend(c.to_lowercase());
        }
        before = c;
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::{flat, words};

    #[test]
    fn names_are_words() {
        for (name, expected) in [
            ("quiz_attempts", "quiz attempts"),
            ("QuizAttempts", "quiz attempts"),
            ("userID", "user id"),
            ("__user__id", "user id"),
            ("", ""),
        ] {
            assert_eq!(words(name).join(" "), expected, "{name}");
        }
        assert_eq!(flat("User_ID"), "userid");
    }
}
