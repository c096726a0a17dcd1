/**
 * What must be equal on both nodes, as names and short values: a program's state is a function of
 * the same program and the same log.
 *
 * <p>Read from files, {@code /proc} and system properties only: management beans, {@code
 * System.getenv} or {@code TimeZone} would initialise state that the application reads later.
 */
package io.understudy.agent.identity;
