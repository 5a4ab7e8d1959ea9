package dev.propusk.statistics;

import java.time.LocalDate;

/**
 * How many unused tokens there were on a day.
 *
 * @param last when the day was over, or today by now
 * @param lowest the least that was seen on that day
 */
public record UnusedOfDay(LocalDate day, int last, int lowest) {}
