package io.understudy.netctl.model;

import java.util.List;

/**
 * What one run of the simulation came to.
 *
 * @param steps events that took place
 * @param fault what was violated, and by whom; empty if nothing was
 * @param trace the last events, if they were asked for
 */
public record Outcome(long steps, String fault, List<String> trace) {}
