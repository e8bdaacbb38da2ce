//! What options are refused for.

use nutgraf::Options;

#[test]
fn lengths_out_of_range_are_refused_for_what_is_wrong_with_them() {
    for (json, why) in [
        ("5e9", "length.words must be at most 4294967295"),
        ("2.5", "length.words must be a whole number"),
        ("-2.5", "length.words must be a whole number"),
    ] {
        let error =
            serde_json::from_str::<Options>(&format!(r#"{{"length": {{"words": {json}}}}}"#)).unwrap_err();
        assert!(error.to_string().contains(why), "{json}: {error}");
    }
    let negative = serde_json::from_str::<Options>(r#"{"length": {"words": -3}}"#).unwrap();
    assert_eq!(negative.validate().unwrap_err().to_string(), "length must be at least 1");
}
