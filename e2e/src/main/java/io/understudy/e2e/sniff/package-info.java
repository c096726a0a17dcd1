/**
 * A sniffer on the switch, which says to the microsecond who spoke for the virtual IP, and when.
 */
package io.understudy.e2e.sniff;
