package dev.propusk.statistics;

import dev.propusk.work.Job;
import org.springframework.stereotype.Component;

/** Keeps the summaries up to date. Nothing is wrong where they lag behind: only slower, or a day on record less exact. */
@Component
class StatisticsJobs {
    private final CrossContractActivationSummary summary;
    private final CrossContractQuotaRecord record;

    StatisticsJobs(CrossContractActivationSummary summary, CrossContractQuotaRecord record) {
        this.summary = summary;
        this.record = record;
    }

    @Job(value = "activation-summary", every = "${propusk.activation-summary-interval}", longest = "2h")
    void sumUpActivations() {
        boolean more = true;
        while (more) {
            more = summary.advance();
        }
    }

    @Job(value = "quota-record", every = "${propusk.quota-record-interval}")
    void writeQuotasDown() {
        record.zones().forEach(record::write);
    }
}
