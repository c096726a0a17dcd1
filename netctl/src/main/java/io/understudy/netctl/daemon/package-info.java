/**
 * The daemon: one {@link io.understudy.netctl.daemon.Node} decides, under one lock, in rooms around
 * a {@link io.understudy.netctl.daemon.NodeState}.
 *
 * <p>Threads, all daemons: {@code netctl-accept} takes connections; {@code netctl-session-N} reads
 * one connection, and runs what it asks for, so that a takeover begins on the thread that heard of
 * the loss; {@code netctl-timer} sends later announcements and heartbeats and watches the gate;
 * {@code netctl-peer} hears the peer's heartbeats; {@code netctl-shadow} keeps the input shadow;
 * {@code netctl-log} writes events, so that a blocked terminal blocks nobody; {@code netctl-stop}
 * is the shutdown hook.
 */
package io.understudy.netctl.daemon;
