package dev.propusk.bench.measure;

/**
 * Measures two things by turns, the first of each pair the second of the next, so that what slows the machine slows both.
 *
 * @param pairs how often, after one of each to warm up; an odd number has a median of its own
 */
public record Turns(int pairs) {
    /** Something that is measured; the answer is in whatever unit both share. */
    public interface Measure {
        double run() throws Exception;
    }

    public Compared compare(Measure ours, Measure reference) throws Exception {
        ours.run();
        reference.run();
        double[] first = new double[pairs];
        double[] second = new double[pairs];
        for (int pair = 0; pair < pairs; pair++) {
            if (pair % 2 == 0) {
                first[pair] = ours.run();
                second[pair] = reference.run();
            } else {
                second[pair] = reference.run();
                first[pair] = ours.run();
            }
        }
        return Compared.ofPairs(first, second);
    }
}
