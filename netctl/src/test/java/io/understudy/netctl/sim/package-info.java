/** Two nodes, an arbiter and the network between them, in simulated time. */
package io.understudy.netctl.sim;
