package dev.propusk.data;

/** For plain tests of what tells of the database. */
public final class TestNews {
    private TestNews() {}

    public static DatabaseNews create() {
        return new DatabaseNews(System::nanoTime);
    }
}
