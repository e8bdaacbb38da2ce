//! Any JSON as options: it is refused with a stable code or a reason, or it gives a lawful digest.

use nutgraf::Options;

use crate::law;

const TEXT: &str = "Trams return to Halden\n\nHalden will run trams again from June, the council said. The last tram \
    ran in 1962. 😀 Tickets will cost two crowns, says Dr. Berg of the dept. of transport.\n\nShare on Facebook";

pub fn run(data: &[u8]) {
    let Ok(options) = serde_json::from_slice::<Options>(data) else { return };
    match nutgraf::summarize(TEXT, &options) {
        Ok(digest) => {
            if let Err(law) = law::broken(TEXT, &options, &digest) {
                panic!("{law}");
            }
        }
        Err(error) => assert_eq!(error.code(), "invalid-option"),
    }
}
