/** What requests took: wall and processor time. */
export type Load = { readonly requests: number; readonly milliseconds: number; readonly cpuMilliseconds: number };

/** What a run of the tester took. The first exchange and the first finding are told in milliseconds since the process began. */
export type Driven = Load & { readonly findings: number; readonly operations: number; readonly firstExchange?: number; readonly firstFinding?: number; readonly peakMegabytes: number };
