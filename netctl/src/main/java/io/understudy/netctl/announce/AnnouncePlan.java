package io.understudy.netctl.announce;

import java.time.Duration;

/**
 * When the address is announced, as keepalived does it by default.
 *
 * @param first announcements at once, at least 1
 * @param again announcements after {@code againAfter}, 0 for none
 * @param refresh interval of single announcements after that; zero for none
 */
public record AnnouncePlan(int first, int again, Duration againAfter, Duration refresh) {}
