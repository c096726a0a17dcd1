/**
 * netctl: one privileged daemon per node, and the command line that talks to it.
 *
 * <p>It owns the virtual address, the silence gate before it, the announcements and the takeover.
 * It shares only the control messages with the agent.
 */
package io.understudy.netctl;
