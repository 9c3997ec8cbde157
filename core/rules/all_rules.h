// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Every rule, declared once; each is defined in the file of its name. Private to core/rules: others use
// registry() of rule.h.
#pragma once

#include "core/rules/rule.h"

namespace ferroscope::rules {

extern const Rule asyncBlockingCall;
extern const Rule asyncForgottenTask;
extern const Rule asyncLoopCoupling;
extern const Rule cpuByteParsing;
extern const Rule cpuIndexScanner;
extern const Rule cpuLinearSearchInLoop;
extern const Rule cpuNestedArithmetic;
extern const Rule cpuRecursiveWalk;
extern const Rule cpuRegexInLoop;
extern const Rule cpuStringAppendInLoop;
extern const Rule dynamicAttributeHook;
extern const Rule dynamicComputedAttribute;
extern const Rule dynamicEvalExec;
extern const Rule dynamicImport;
extern const Rule dynamicMetaclass;
extern const Rule dynamicMonkeypatch;
extern const Rule dynamicTypeCall;
extern const Rule errorsBareExcept;
extern const Rule ffiCallbackIntoNative;
extern const Rule ffiCtypes;
extern const Rule ffiPickleBoundary;
extern const Rule ffiSubprocessPerElement;
extern const Rule ioCommitInLoop;
extern const Rule ioFileInLoop;
extern const Rule ioHttpInLoop;
extern const Rule ioQueryInLoop;
extern const Rule keepAdmin;
extern const Rule keepMlTraining;
extern const Rule keepNotebook;
extern const Rule keepOrmModels;
extern const Rule keepPlotting;
extern const Rule nativeVectorised;
extern const Rule nativeWholeFunction;
extern const Rule nativeWrapper;
extern const Rule ownershipForeignState;
extern const Rule ownershipGlobalState;
extern const Rule ownershipLifetime;
extern const Rule ownershipMutableDefault;
extern const Rule typingAnyPublic;
extern const Rule typingStarArgumentsHot;

} // namespace ferroscope::rules
