package io.docent;

/**
 * What the jar starts. Compiled for Java 8, so that an older Java than Docent needs says which one that is, instead of
 * {@code UnsupportedClassVersionError}.
 */
final class Launcher {

    private static final int OLDEST = 25;

    private Launcher() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        // 1.8 for Java 8, whole numbers from 9 on.
        String version = System.getProperty("java.specification.version");
        if (Double.parseDouble(version) < OLDEST) {
            System.err.println("Docent needs Java " + OLDEST + " or newer; this is Java " + version + " in "
                    + System.getProperty("java.home")
                    + ". Start it with another: /path/to/jdk-" + OLDEST + "/bin/java -jar …");
            System.exit(1);
        }
        // By its name: a compiler for Java 8 cannot read it.
        Class.forName("io.docent.Application").getMethod("main", String[].class).invoke(null, (Object) arguments);
    }
}
