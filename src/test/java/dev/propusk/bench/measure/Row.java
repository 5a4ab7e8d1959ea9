package dev.propusk.bench.measure;

/**
 * One line of the results, named before it is measured so that it is told of whatever happens.
 *
 * @param unit in which both ours and the reference are
 */
public record Row(String name, String unit, Goal goal, Measurement measurement) {
    /** How it comes about. */
    public interface Measurement {
        Compared take() throws Exception;
    }
}
