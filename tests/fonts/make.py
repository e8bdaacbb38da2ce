"""Generates the fonts of the browser tests, so that layout does not depend on the fonts of the machine.

    pip install fonttools==4.68.0
    python3 tests/fonts/make.py

Four families that differ in nothing but their metrics. Every letter is a plain box. A family covers Latin, Greek, Cyrillic,
Hebrew, Arabic, kana and the common Chinese characters, punctuation and arrows included, so no fallback font is asked for.

    regular   the widths of an ordinary sans serif
    narrow    half as wide as a condensed face
    wide      wider than a monospaced face
    tall      ordinary widths, ascenders and descenders that do not fit into a line of 1.5
"""

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

EM = 1000

# Name: factor of the widths, ascent, descent.
FAMILIES = {
    "regular": (1.0, 930, 240),
    "narrow": (0.5, 930, 240),
    "wide": (1.7, 930, 240),
    "tall": (1.0, 1500, 700),
}

# Name of the glyph: width in thousandths of an em, the letters that have it.
CLASSES = {
    "space": (280, " \u00a0\t"),
    "thin": (250, "iljtfrI.,:;!'|()[]/\\-’‘‚·ıíìîïļłŀґіїjт"),
    "broad": (850, "mwMW@%—…ЖЮШЩжшщюыфwœæŒÆ"),
    "capital": (670, "ABCDEFGHKLNOPQRSTUVXYZÄÖÜÅÉÈÊÀÂÇÑØĄĘŁŻАБВГДЕЗИКЛМНОПРСТУХЦЧЭЯ"),
    "letter": (550, ""),
    "zero": (0, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"),
}

LETTERS = [(0x21, 0x24F), (0x370, 0x52F), (0x5D0, 0x5EA), (0x600, 0x6FF), (0x2010, 0x205E), (0x20A0, 0x20BF), (0x2190, 0x21FF), (0x25A0, 0x25FF)]

# A blank glyph for each: then one entry of the character map covers a whole range.
FULL = [(0x3000, 0x30FF), (0x4E00, 0x9FFF), (0xFF00, 0xFF60)]


def characters():
    """The glyph of every character."""
    glyphs = {code: "letter" for first, last in LETTERS for code in range(first, last + 1)}
    glyphs |= {code: f"full{code}" for first, last in FULL for code in range(first, last + 1)}
    return glyphs | {ord(letter): name for name, (_, letters) in CLASSES.items() for letter in letters}


def box(width):
    """A letter: a box as tall as an x."""
    pen = TTGlyphPen(None)
    if width:
        corners = [(width // 8, 0), (width // 8, 500), (width - width // 8, 500), (width - width // 8, 0)]
        pen.moveTo(corners[0])
        for corner in corners[1:]:
            pen.lineTo(corner)
        pen.closePath()
    return pen.glyph()


def make(name, factor, ascent, descent):
    glyphs = characters()
    widths = {".notdef": 550} | {glyph: width for glyph, (width, _) in CLASSES.items()}
    widths |= {glyph: 1000 for glyph in glyphs.values() if glyph.startswith("full")}
    widths = {glyph: round(width * factor) for glyph, width in widths.items()}
    drawn = {"thin", "broad", "capital", "letter"}
    builder = FontBuilder(EM, isTTF=True)
    builder.setupGlyphOrder(list(widths))
    builder.setupCharacterMap(glyphs)
    builder.setupGlyf({glyph: box(width if glyph in drawn else 0) for glyph, width in widths.items()})
    builder.setupHorizontalMetrics({glyph: (width, 0) for glyph, width in widths.items()})
    builder.setupHorizontalHeader(ascent=ascent, descent=-descent)
    builder.setupNameTable({"familyName": f"Test {name.title()}", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=ascent, sTypoDescender=-descent, usWinAscent=ascent, usWinDescent=descent, sxHeight=500, sCapHeight=700)
    builder.setupPost(keepGlyphNames=False)
    # The same bytes on every run.
    builder.updateHead(created=3_800_000_000, modified=3_800_000_000)
    builder.font.recalcTimestamp = False
    builder.font.flavor = "woff"
    builder.font.save(Path(__file__).parent / f"{name}.woff")


for family, metrics in FAMILIES.items():
    make(family, *metrics)
