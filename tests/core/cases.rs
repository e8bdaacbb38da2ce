//! Case files: `== name | language | link`, a text, then lines of demands that begin with `+ ` or `- `.

pub struct Case {
    pub name: String,
    pub language: String,
    pub text: String,
    pub demands: Vec<String>,
}

/// The cases of a file; lines that begin with `#` are comments.
pub fn read(file: &str) -> Vec<Case> {
    let cases: Vec<Case> = file.split("\n== ").skip(1).map(case).collect();
    assert!(!cases.is_empty());
    cases
}

fn case(text: &str) -> Case {
    let (head, body) = text.split_once('\n').unwrap();
    let mut head = head.split('|').map(|part| part.trim().to_string());
    let (demands, lines): (Vec<_>, Vec<_>) =
        body.lines().partition(|line| line.starts_with("+ ") || line.starts_with("- "));
    assert!(!demands.is_empty(), "{text}");
    Case {
        name: head.next().unwrap(),
        language: head.next().unwrap(),
        text: lines.join("\n").trim().to_string(),
        demands: demands.into_iter().map(str::to_string).collect(),
    }
}
