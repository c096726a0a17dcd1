package io.understudy.netctl.config;

import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * Heartbeats between the two daemons.
 *
 * @param listen our own address
 * @param peer where ours are sent, and the only host that is listened to
 * @param every interval of ours
 * @param silentAfter time without one of theirs that raises an alarm
 * @param takeoverWait what the peer said less than this after the end of the link may have been
 *     sent before its server died
 */
public record PeerPlan(
    InetSocketAddress listen,
    InetSocketAddress peer,
    Duration every,
    Duration silentAfter,
    Duration takeoverWait) {}
