package dev.propusk.support;

import dev.propusk.base.ZoneName;
import dev.propusk.sheet.PrintableText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate says: exactly these strings are printed, and exactly these the checksum is over.
 *
 * @param facts label and value: the question, the zone, who made it and when
 * @param findings each as label and value
 */
record CertificateText(
        String title,
        String sentence,
        List<Line> facts,
        List<List<Line>> findings,
        List<String> doubts,
        String language) {
    static CertificateText of(String number, LookupAnswer answer, LookupWords words, String language) {
        Question question = answer.question();
        List<Line> facts = new ArrayList<>();
        facts.add(line(words, "support.certificate.number", number));
        facts.add(line(words, "support.certificate.question", question.text()));
        if (question.contract() != null && !question.contract().isBlank()) {
            facts.add(line(words, "support.contract", question.contract()));
        }
        facts.add(line(words, "support.period", words.period(question)));
        facts.add(line(words, "support.zone", ZoneName.of(question.zone())));
        facts.add(line(words, "support.reason", question.reason()));
        facts.add(line(words, "support.certificate.made-at", words.time(answer.at())));
        facts.add(line(words, "support.certificate.made-by", answer.askedBy()));
        return new CertificateText(
                printable(words.text("support.certificate.title")),
                printable(words.sentence(answer)),
                facts,
                answer.findings().stream()
                        .map(finding -> finding(words, finding))
                        .toList(),
                words.doubts(answer).stream().map(PrintableText::of).toList(),
                language);
    }

    private static List<Line> finding(LookupWords words, Finding finding) {
        return List.of(
                line(
                        words,
                        "support.contract",
                        finding.contract().number() + ", " + finding.contract().name()),
                line(words, "support.network", finding.contract().ssid()),
                line(words, "support.device", words.mac(finding.token())),
                line(words, "support.code", finding.token().code().grouped()),
                line(words, "support.reuse", words.kind(finding.token())),
                line(words, "support.generated", words.generated(finding.token())),
                line(words, "support.activated", words.activated(finding.token())),
                line(words, "support.until", words.until(finding.token())),
                line(words, "support.state", words.state(finding)),
                line(words, "support.moves", words.moves(finding)),
                line(words, "support.sessions", words.sessions(finding)));
    }

    private static Line line(LookupWords words, String key, @Nullable String value) {
        return new Line(printable(words.text(key)), value == null ? "–" : printable(value));
    }

    private static String printable(String text) {
        return PrintableText.of(text);
    }

    /** All of it as lines of text: what is signed, and kept. */
    String canonical() {
        List<String> lines = new ArrayList<>(List.of(title, sentence));
        facts.forEach(line -> lines.add(line.label() + ": " + line.value()));
        for (int i = 0; i < findings.size(); i++) {
            lines.add((i + 1) + ".");
            findings.get(i).forEach(line -> lines.add(line.label() + ": " + line.value()));
        }
        lines.addAll(doubts);
        return String.join("\n", lines);
    }

    /** A label and what stands beside it. */
    record Line(String label, String value) {}
}
