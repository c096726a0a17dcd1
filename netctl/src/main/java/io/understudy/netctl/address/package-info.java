/** The service device, the virtual addresses on it, and the routes that speak with them. */
package io.understudy.netctl.address;
