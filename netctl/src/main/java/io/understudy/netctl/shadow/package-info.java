/**
 * The input shadow: what came for the service while this node was silent, and which of it the
 * server's log does not hold.
 */
package io.understudy.netctl.shadow;
