// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Every rule, declared once; each is defined in the file of its name. Private to core/rules: others use
// registry() of rule.h.
#pragma once

#include "core/rules/rule.h"

namespace ferroscope::rules {

extern const Rule asyncAwaitInLoop;
extern const Rule asyncBlockingCall;
extern const Rule asyncForgottenTask;
extern const Rule asyncHandedToThread;
extern const Rule asyncLockOverAwait;
extern const Rule asyncLoopCoupling;
extern const Rule asyncResultCallbacks;
extern const Rule asyncThread;
extern const Rule cpuByteParsing;
extern const Rule cpuCharacterTests;
extern const Rule cpuCopyInLoop;
extern const Rule cpuIndexScanner;
extern const Rule cpuLinearSearchInLoop;
extern const Rule cpuListShifted;
extern const Rule cpuNestedArithmetic;
extern const Rule cpuRecursiveWalk;
extern const Rule cpuRegexInLoop;
extern const Rule cpuSortInLoop;
extern const Rule cpuStringAppendInLoop;
extern const Rule cpuTableFilled;
extern const Rule cpuTextScanner;
extern const Rule cpuTotalsByKey;
extern const Rule cpuWorklist;
extern const Rule dynamicAttributeHook;
extern const Rule dynamicClassChange;
extern const Rule dynamicClassHook;
extern const Rule dynamicComputedAttribute;
extern const Rule dynamicComputedRead;
extern const Rule dynamicDescriptor;
extern const Rule dynamicEvalExec;
extern const Rule dynamicFrames;
extern const Rule dynamicImport;
extern const Rule dynamicMetaclass;
extern const Rule dynamicMonkeypatch;
extern const Rule dynamicNamespace;
extern const Rule dynamicOpenWrapper;
extern const Rule dynamicReflection;
extern const Rule dynamicTypeCall;
extern const Rule errorsAsFlow;
extern const Rule errorsBareExcept;
extern const Rule errorsBroadExcept;
extern const Rule errorsExceptionState;
extern const Rule errorsIteratorByHand;
extern const Rule errorsSuppressed;
extern const Rule ffiCallbackIntoNative;
extern const Rule ffiCtypes;
extern const Rule ffiOptionalNative;
extern const Rule ffiPickleBoundary;
extern const Rule ffiRawMemory;
extern const Rule ffiSubprocessPerElement;
extern const Rule ioCommitInLoop;
extern const Rule ioFileInLoop;
extern const Rule ioHttpInLoop;
extern const Rule ioQueryInLoop;
extern const Rule ioReceiveLoop;
extern const Rule ioSleepInLoop;
extern const Rule ioStatusInLoop;
extern const Rule ioTreeChangedInLoop;
extern const Rule keepAdmin;
extern const Rule keepCommandLine;
extern const Rule keepMlTraining;
extern const Rule keepNotebook;
extern const Rule keepOrmModels;
extern const Rule keepPlotting;
extern const Rule keepSettings;
extern const Rule nativeLibraryWork;
extern const Rule nativeRegex;
extern const Rule nativeVectorised;
extern const Rule nativeWholeFunction;
extern const Rule nativeWrapper;
extern const Rule ownershipAmbientState;
extern const Rule ownershipBackReference;
extern const Rule ownershipChangedWhileIterated;
extern const Rule ownershipClassState;
extern const Rule ownershipForeignState;
extern const Rule ownershipGlobalState;
extern const Rule ownershipLentContainer;
extern const Rule ownershipLifetime;
extern const Rule ownershipMutableDefault;
extern const Rule typingAnyPublic;
extern const Rule typingHiddenOptions;
extern const Rule typingOpenContainers;
extern const Rule typingStarArgumentsHot;
extern const Rule typingTypeTests;
extern const Rule typingUnboundedIntegers;
extern const Rule typingWideUnion;

} // namespace ferroscope::rules
