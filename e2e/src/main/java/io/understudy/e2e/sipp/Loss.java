package io.understudy.e2e.sipp;

/**
 * A call that was lost.
 *
 * @param callId Call-ID at the caller
 * @param phase where it stood at the kill
 * @param inGap true if a datagram of it was sent while nobody spoke
 * @param reason what each endpoint missed, for the reader of the run's files
 */
public record Loss(String callId, Phase phase, boolean inGap, String reason) {}
