package io.github.wininet4j.fuzz.probe;

/** A text that charges for each character that is looked at, as a regular expression does. */
final class CountedText implements CharSequence {
    private final CharSequence text;

    CountedText(CharSequence text) {
        this.text = text;
    }

    @Override
    public char charAt(int index) {
        Probes.charge(1);
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
