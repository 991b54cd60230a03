//! Numbers in plain words, read as the YAML library reads them. Full-width digits are folded first where a
//! number is due.

/// A whole number as YAML 1.2 writes them: decimal, or with `0x`, `0o`, `0b`; not padded with zeros.
pub(super) fn whole_number(text: &str) -> Option<i128> {
    let (negative, digits) = match text.as_bytes().first()? {
        b'-' => (true, &text[1..]),
        b'+' => (false, &text[1..]),
        _ => (false, text),
    };
    if digits.starts_with(['+', '-']) || is_padded(text) {
        return None;
    }
    let (radix, digits) = match digits.get(..2) {
        Some("0x") => (16, &digits[2..]),
        Some("0o") => (8, &digits[2..]),
        Some("0b") => (2, &digits[2..]),
        _ => (10, digits),
    };
    if digits.starts_with(['+', '-']) {
        return None;
    }
    let number = i128::from_str_radix(digits, radix).ok()?;
    Some(if negative { -number } else { number })
}

/// Digits behind a zero, such as a telephone code, are text.
pub(super) fn is_padded(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    digits.len() > 1 && digits.starts_with('0') && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// A number with decimals. Infinity and NaN have their own words, and nothing overflows into them.
pub(super) fn decimal(text: &str) -> Option<f64> {
    let digits = text.strip_prefix('+').unwrap_or(text);
    match (text, digits) {
        (".nan" | ".NaN" | ".NAN", _) => Some(f64::NAN),
        (_, ".inf" | ".Inf" | ".INF") => Some(f64::INFINITY),
        ("-.inf" | "-.Inf" | "-.INF", _) => Some(f64::NEG_INFINITY),
        _ if digits.len() < text.len() && digits.starts_with(['+', '-']) => None,
        _ => digits.parse::<f64>().ok().filter(|number| number.is_finite()),
    }
}
