#include "core/analysis/analyzer.h"
#include "core/report/json_writer.h"
#include <cstdio>
using namespace ferroscope;
int main(int, char** v){ analysis::Request r; r.root=v[1]; auto o=analysis::analyze(*realFileSystem(),r,nullptr,{},{}); if(!o){fprintf(stderr,"error %d %s\n",(int)o.error().code,o.error().detail.c_str());return 3;} std::string s=report::toJson(*o->assessment); fwrite(s.data(),1,s.size(),stdout);}
