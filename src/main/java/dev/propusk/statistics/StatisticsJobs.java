package dev.propusk.statistics;

import org.springframework.scheduling.annotation.Scheduled;
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

    @Scheduled(fixedDelayString = "${propusk.activation-summary-interval:60s}")
    void sumUpActivations() {
        boolean more = true;
        while (more) {
            more = summary.advance();
        }
    }

    @Scheduled(fixedDelayString = "${propusk.quota-record-interval:15m}")
    void writeQuotasDown() {
        record.zones().forEach(record::write);
    }
}
