package io.docent.evaluation;

/**
 * A measured figure.
 *
 * @param name by which it is known from run to run
 * @param value the mean, or what the name says
 * @param count of questions it is over
 * @param low end of the 95 % bootstrap confidence interval
 * @param high the other end
 */
record Figure(String name, double value, int count, double low, double high) {}
