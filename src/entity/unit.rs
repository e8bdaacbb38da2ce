//! Units and currencies: what makes an amount of the figure beside it.

use crate::article::Article;
use crate::interner::Interner;
use crate::text;
use crate::unicode::is_digit;

/// What units begin with, in all languages: multiples, shares, currencies, measures. Words of up to three letters only
/// count as a whole.
const UNITS: &str = "million millon miljon miljoen milion milió milyon milyar milhõ milhão millón billion billón billiard \
    bilhõ bilhão trillion trilhõ milliard miljard miliard milijard milijun milijon μιλιόν εκατομμύρ δισεκατομμύρ милли \
    млн млрд мільйон мільярд милион милиард mio mrd mln mld percent prozent procent prosent százalék pourcent cento \
    ciento τοις процент відсот euro eur dollar dólar doler pound pfund livre libra yen yuan franc frank rouble rubel \
    ruble рубл доллар долар євро евро гривн руб грн peso rupee rupia rupiah krone kron króna crown złot zł lira lire \
    forint leva lev lei lek دولار مليون مليار يورو बिलियन लाख करोड़ रुपये मिलियन डॉलर প্রতিশত শতাংশ কোটি লাখ টাকা \
    دلار میلیون میلیارد تومان فیصد کروڑ روپے ڈالر دרולר דולר מיליון מיליארד שקל אחוז 달러 퍼센트 km kilomet kilomèt kg kilo tonn \
    ton tonne metre meter mètre metro metr mile hectare hektar acre litre liter kwh mw gw \
    kč ft kr tl fr лв usd eur gbp chf sek nok dkk czk huf pln ron rub uah inr brl jpy crore lakh mil mia milj тыс tis tys eks thousand tausend \
    ezer tusen bin juta miliar ribu rupiah";

/// Units in kana or Hangul, which no space parts from the word after them.
const KANA_UNITS: &str = "ドル ユーロ ポンド ルピー ルーブル ウォン 달러";

/// Words between a number and its unit, or between the units («3 milliards d'euros», «por ciento»).
pub(super) const LINKS: &str = "d de of us pour por per";

/// Codes and names of currencies that stand before the amount.
pub(super) const CODES: &str =
    "USD EUR GBP CHF SEK NOK DKK CZK HUF PLN RON RUB UAH INR BRL JPY CNY KRW AUD CAD NZD IDR Rs Rp RM Fr kr";

/// Letters that make an amount of the number before them.
pub(super) fn is_unit_letter(c: char) -> bool {
    matches!(c, '%' | '‰' | '€' | '$' | '£' | '¥' | '₽' | '₹' | '₺' | '₴' | '₩' | '₪' | '٪')
}

/// Multiples and currencies that follow a figure in Chinese, Japanese and Korean.
const EASTERN_UNITS: &str = "万億亿兆千百元円人美欧歐萬억만천조원";

/// By form: whether it is a unit.
#[inline(never)]
pub(super) fn units(article: &Article) -> Vec<bool> {
    let forms = &article.words.forms;
    let mut units = Interner::default();
    for unit in UNITS.split(' ') {
        units.intern(unit);
    }
    let (mut out, mut known) = (vec![false; forms.len()], vec![false; forms.len()]);
    // Only forms that follow a number, or a link after one, are worth a look.
    let mut since = 3;
    for word in &article.words.words {
        if word.is_number() {
            since = 0;
            continue;
        }
        since += 1;
        let form = word.form() as usize;
        if since <= 3
            && !word.is_unspaced()
            && let (Some(slot), Some(known)) = (out.get_mut(form), known.get_mut(form))
            && !*known
        {
            *slot = is_unit(&units, forms.text(word.form()));
            *known = true;
        }
    }
    out
}

fn is_unit(units: &Interner, form: &str) -> bool {
    // Of four letters or more the beginning may do, when no more than a third of the form comes after it.
    let mut beginning = form;
    loop {
        if units.get(beginning).is_some() {
            return true;
        }
        let Some(last) = text::last_char(beginning) else { return false };
        beginning = beginning.get(..beginning.len() - last.len_utf8()).unwrap_or_default();
        if form.len() > beginning.len() * 3 / 2 || text::char_count(beginning) < 4 {
            return false;
        }
    }
}

/// The length of an amount in Chinese, Japanese or Korean: `３億4000万円`, `3억 4000만 원`.
pub(super) fn eastern(text: &str) -> Option<usize> {
    let (mut at, mut end) = (0, 0);
    while let Some(c) = text::char_at(text, at) {
        let next = at + c.len_utf8();
        if is_digit(c) {
            at = next;
            continue;
        }
        let ahead = text::char_at(text, next);
        let kana = |rest: &str| KANA_UNITS.split(' ').find(|unit| rest.starts_with(unit));
        if text::contains_char(EASTERN_UNITS, c) && at > 0 {
            end = next;
        } else if at > 0
            && !c.is_ascii()
            && let Some(unit) = text.get(at..).and_then(kana)
        {
            end = at + unit.len();
            break;
        } else if c == ' ' {
            // Korean sets multiples and currency apart.
            let korean = text::char_before(text, at).is_some_and(|c| text::contains_char("억만천조", c));
            if !korean || !ahead.is_some_and(|c| is_digit(c) || text::contains_char(EASTERN_UNITS, c)) {
                break;
            }
        } else if !(text::contains_char(".,，．", c) && ahead.is_some_and(is_digit)) {
            break;
        }
        at = next;
    }
    (end > 0).then_some(end)
}
