package io.docent.index;

/**
 * Embeddings of length 1 as bytes. One scale for all, so that dot products of bytes order as cosines do; wide enough
 * for six standard deviations of an evenly spread vector. The error of a cosine is below 0.002.
 */
public final class Vectors {

    private static final int LARGEST = 127;
    private static final int DEVIATIONS = 6;

    private Vectors() {}

    /** A byte for each number, in [-127, 127]. */
    public static byte[] quantise(float[] embedding) {
        float scale = scale(embedding.length);
        byte[] bytes = new byte[embedding.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.clamp(Math.round(embedding[i] * scale), -LARGEST, LARGEST);
        }
        return bytes;
    }

    /** What {@link #quantise} kept of an embedding: gives the same bytes again; of length 1 but for what was lost. */
    public static float[] restore(byte[] bytes) {
        float scale = scale(bytes.length);
        float[] embedding = new float[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            embedding[i] = bytes[i] / scale;
        }
        return embedding;
    }

    /** The cosine of an embedding with a quantised one of the same dimension, in [-1, 1]; 0 with one of length 0. */
    public static double cosine(float[] a, byte[] b) {
        double dot = 0;
        double squaresA = 0;
        int squaresB = 0;
        for (int i = 0; i < a.length; i++) {
            dot += a[i] * b[i];
            squaresA += a[i] * a[i];
            squaresB += b[i] * b[i];
        }
        double lengths = Math.sqrt(squaresA * squaresB);
        return lengths == 0 ? 0 : dot / lengths;
    }

    private static float scale(int dimension) {
        return (float) (LARGEST * Math.sqrt(dimension) / DEVIATIONS);
    }
}
