package io.understudy.netctl.announce;

import java.time.Duration;

/**
 * When the address is announced, at first soon and then ever later.
 *
 * @param first announcements in the first seconds, at least 1: after 0, 2, 8, 32, 128 ms and so on
 * @param again announcements after {@code againAfter}, 0 for none
 * @param refresh interval of single announcements after that; zero for none
 * @param defend least time between two defences against another host that claims the address; zero
 *     if nobody is to look for one
 */
public record AnnouncePlan(
    int first, int again, Duration againAfter, Duration refresh, Duration defend) {}
