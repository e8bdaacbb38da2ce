//! ln(1 + n), of small numbers by table: most counts are small, and the function is slow.

/// The table.
pub(crate) struct Logs([f64; 128]);

impl Logs {
    pub fn new() -> Logs {
        let mut table = [0.0; 128];
        for (n, slot) in (0u32..).zip(&mut table) {
            *slot = libm::log(1.0 + f64::from(n));
        }
        Logs(table)
    }

    pub fn of(&self, n: u32) -> f64 {
        self.0.get(n as usize).copied().unwrap_or_else(|| libm::log(1.0 + f64::from(n)))
    }
}
