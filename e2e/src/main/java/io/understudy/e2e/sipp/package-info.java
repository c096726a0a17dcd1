/** SIPp as caller and callee, and the judgement of each call by what both of them logged. */
package io.understudy.e2e.sipp;
