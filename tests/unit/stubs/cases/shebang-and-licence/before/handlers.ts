#!/usr/bin/env node
/*! Copyright of somebody. */
"use strict";
