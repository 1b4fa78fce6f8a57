package io.docent.model;

/** One slip of the finger: a letter too many, one missing, another one, or two in each other's place (Damerau 1964). */
final class Slip {

    private Slip() {}

    static boolean isBetween(String a, String b) {
        int at = 0;
        int shorter = Math.min(a.length(), b.length());
        while (at < shorter && a.charAt(at) == b.charAt(at)) {
            at++;
        }
        return switch (a.length() - b.length()) {
            case 1 -> sameFrom(a, at + 1, b, at);
            case -1 -> sameFrom(a, at, b, at + 1);
            case 0 -> at < shorter && (sameFrom(a, at + 1, b, at + 1) || areSwapped(a, b, at));
            default -> false;
        };
    }

    private static boolean areSwapped(String a, String b, int at) {
        return at + 1 < a.length()
                && a.charAt(at) == b.charAt(at + 1)
                && a.charAt(at + 1) == b.charAt(at)
                && sameFrom(a, at + 2, b, at + 2);
    }

    private static boolean sameFrom(String a, int fromA, String b, int fromB) {
        return a.regionMatches(fromA, b, fromB, a.length() - fromA);
    }
}
