/** The silence gate: nftables rules in front of the virtual address, shut unless held open. */
package io.understudy.netctl.gate;
