package io.understudy.netctl.config;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/**
 * Heartbeats between the two daemons.
 *
 * @param listen our own addresses, one for each path
 * @param peer where ours are sent, for each path, and the only hosts that are listened to
 * @param every interval of ours
 * @param silentAfter time without one of theirs on any path that counts as silence
 * @param takeoverWait what the peer said less than this after the end of the link may have been
 *     sent before its server died
 */
public record PeerPlan(
    List<InetSocketAddress> listen,
    List<InetSocketAddress> peer,
    Duration every,
    Duration silentAfter,
    Duration takeoverWait) {}
