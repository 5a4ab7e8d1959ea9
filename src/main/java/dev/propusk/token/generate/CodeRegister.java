package dev.propusk.token.generate;

import dev.propusk.token.TokenCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives out each code once, over all contracts and all history (rule 1). */
@Component
class CodeRegister {
    private final JdbcClient jdbc;
    private final RandomGenerator random;

    CodeRegister(JdbcClient jdbc, RandomGenerator random) {
        this.jdbc = jdbc;
        this.random = random;
    }

    /** Codes that nobody was ever given; what was drawn twice is drawn anew. */
    List<TokenCode> take(int count) {
        List<TokenCode> taken = new ArrayList<>(count);
        while (taken.size() < count) {
            taken.addAll(register(count - taken.size()));
        }
        // the database answers in the order of the numbers
        Collections.shuffle(taken, random);
        return taken;
    }

    private List<TokenCode> register(int count) {
        String drawn = IntStream.generate(() -> TokenCode.random(random).number())
                .limit(count)
                .mapToObj(number -> "(" + number + ")")
                .collect(Collectors.joining(","));
        return jdbc
                .sql("insert ignore into token_code (code) values " + drawn + " returning code")
                .query(Integer.class)
                .list()
                .stream()
                .map(TokenCode::ofNumber)
                .toList();
    }
}
