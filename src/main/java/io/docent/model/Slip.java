package io.docent.model;

/** One slip of the finger: a letter too many, one missing, another one, or two in each other's place (Damerau 1964). */
final class Slip {

    private Slip() {}

    static boolean isBetween(String a, String b) {
        int start = 0;
        int shorter = Math.min(a.length(), b.length());
        while (start < shorter && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        String restOfA = a.substring(start);
        String restOfB = b.substring(start);
        if (restOfA.isEmpty() || restOfB.isEmpty()) {
            return restOfA.length() + restOfB.length() == 1;
        }
        return restOfA.substring(1).equals(restOfB)
                || restOfB.substring(1).equals(restOfA)
                || restOfA.substring(1).equals(restOfB.substring(1))
                || areSwapped(restOfA, restOfB);
    }

    private static boolean areSwapped(String a, String b) {
        return a.length() == b.length()
                && a.length() > 1
                && a.charAt(0) == b.charAt(1)
                && a.charAt(1) == b.charAt(0)
                && a.substring(2).equals(b.substring(2));
    }
}
