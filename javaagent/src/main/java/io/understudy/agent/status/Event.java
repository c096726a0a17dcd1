package io.understudy.agent.status;

/**
 * Something the operator may want to know.
 *
 * @param number counts from 1
 * @param nanos {@link System#nanoTime} of this node
 * @param text what happened; why it matters; what to do
 */
public record Event(long number, long nanos, String text) {}
